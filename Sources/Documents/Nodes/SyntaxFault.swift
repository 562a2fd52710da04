/// libyaml's complaint in words that say what to do.
///
/// `opening` is where the thing begins that libyaml was in the middle of.
func syntaxFault(problem: String, context: String, place: Place, opening: Place) -> Fault {
  if context == "while scanning a quoted scalar", problem.hasPrefix("found unexpected") {
    return Fault(
      place: opening, message: "the quotation that begins here does not end; add a closing quote")
  }
  return Fault(place: place, message: words(for: problem, context: context, opening: opening))
}

private func words(for problem: String, context: String, opening: Place) -> String {
  switch problem {
  case "mapping values are not allowed in this context", "found unexpected ':'":
    "a `:` cannot stand here; put text that has one in quotes, or check the indentation"
  case "mapping keys are not allowed in this context":
    "a `?` cannot stand here; put text that begins with one in quotes"
  case "block sequence entries are not allowed in this context":
    "a `-` cannot stand here; begin the item on a line of its own"
  case "could not find expected ':'":
    "the key at \(opening) has no `:` after it; write `key: value`, or check the indentation"
  case "did not find expected key":
    "a key was expected here, for the mapping at \(opening); check indentation and quotes"
  case "did not find expected '-' indicator":
    "an item beginning with `-` was expected here, for the list at \(opening); "
      + "check the indentation"
  case "did not find expected ',' or ']'":
    "the list at \(opening) goes on without `,` or `]`; add the one that is missing"
  case "did not find expected ',' or '}'":
    "the mapping at \(opening) goes on without `,` or `}`; add the one that is missing"
  case "did not find expected node content":
    "a value was expected here; write one, or remove the comma or bracket"
  case "did not find expected <document start>":
    "the document ends before this; remove what follows, or check the indentation"
  case "found character that cannot start any token":
    "a value cannot begin with this character; put it in quotes, and indent with spaces, not tabs"
  case "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    "a tab cannot indent; use spaces"
  case "found unknown escape character", "did not find expected hexdecimal number",
    "found invalid Unicode character escape code":
    "there is no such escape; write `\\\\` for a backslash, or use single quotes"
  case "did not find expected comment or line break":
    "nothing may follow here but a comment; begin the text on the next line"
  default: otherWords(for: problem, context: context)
  }
}

/// The rarer complaints: directives, anchors and tags, which documents have no use for.
private func otherWords(for problem: String, context: String) -> String {
  if context.contains("anchor") || context.contains("alias") {
    return "text that begins with `&` or `*` must be in quotes"
  }
  if context.contains("tag") || problem == "found undefined tag handle" {
    return "text that begins with `!` must be in quotes"
  }
  if problem.contains("directive") || context.contains("directive")
    || problem == "found incompatible YAML document"
  {
    return "lines that begin with `%` are not read; remove this one"
  }
  return "this is not YAML (\(problem)); put unusual text in quotes, and check the indentation"
}
