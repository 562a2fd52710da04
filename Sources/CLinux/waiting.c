#include "waiting.h"
