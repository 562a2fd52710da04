#pragma once

// PostgreSQL's client library, which is loaded only when a store on a server is named.
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/// The functions of libpq that are used.
#define CALLOFF_LIBPQ(F)                                                                           \
  F(PQconninfoParse) F(PQconninfoFree) F(PQconnectStartParams) F(PQconnectPoll) F(PQfinish)        \
  F(PQstatus) F(PQsocket) F(PQerrorMessage) F(PQparameterStatus) F(PQbackendPID) F(PQhost)         \
  F(PQport) F(PQdb) F(PQuser) F(PQsendQuery) F(PQsendQueryParams) F(PQgetResult)                   \
  F(PQconsumeInput) F(PQisBusy) F(PQflush) F(PQsetnonblocking) F(PQnotifies) F(PQfreemem)          \
  F(PQresultStatus) F(PQresultErrorField) F(PQresultErrorMessage) F(PQclear) F(PQntuples)          \
  F(PQftype) F(PQfname) F(PQgetisnull) F(PQgetvalue) F(PQgetlength) F(PQcmdTuples)                 \
  F(PQtransactionStatus) F(PQsetNoticeProcessor) F(PQlibVersion)

/// Each function by its name.
struct calloff_libpq {
#define CALLOFF_MEMBER(name) __typeof__(name) *_Nonnull name;
  CALLOFF_LIBPQ(CALLOFF_MEMBER)
#undef CALLOFF_MEMBER
};

/// The functions of libpq, which is loaded by the first call; NULL where the system lacks it.
const struct calloff_libpq *_Nullable calloff_libpq(void);

/// Keeps libpq from writing what a server says to standard error.
void calloff_ignore_notices(PGconn *_Nonnull connection);
