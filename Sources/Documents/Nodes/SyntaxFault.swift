/// A message from libyaml, reworded to say what to do.
///
/// `opening` is where the construct starts that libyaml was reading.
func syntaxFault(problem: String, context: String, place: Place, opening: Place) -> Fault {
  if context == "while scanning a quoted scalar", problem.hasPrefix("found unexpected") {
    return Fault(
      place: opening, message: "the closing quote of the text that starts here is missing; add it")
  }
  return Fault(place: place, message: words(for: problem, context: context, opening: opening))
}

private func words(for problem: String, context: String, opening: Place) -> String {
  switch problem {
  case "mapping values are not allowed in this context", "found unexpected ':'":
    "a `:` is not allowed here; put text that contains one in quotes, or check the indentation"
  case "mapping keys are not allowed in this context":
    "a `?` is not allowed here; put text that starts with one in quotes"
  case "block sequence entries are not allowed in this context":
    "a `-` is not allowed here; start the item on a new line"
  case "could not find expected ':'":
    "the key at \(opening) is not followed by `:`; write `key: value`, or check the indentation"
  case "did not find expected key":
    "a key was expected here, for the mapping at \(opening); check indentation and quotes"
  case "did not find expected '-' indicator":
    "an item starting with `-` was expected here, for the list at \(opening); "
      + "check the indentation"
  case "did not find expected ',' or ']'":
    "the list at \(opening) continues without `,` or `]`; add the missing one"
  case "did not find expected ',' or '}'":
    "the mapping at \(opening) continues without `,` or `}`; add the missing one"
  case "did not find expected node content":
    "a value was expected here; write one, or remove the comma or bracket"
  case "did not find expected <document start>":
    "the document has ended before this; remove the rest, or check the indentation"
  case "found character that cannot start any token":
    "a value cannot start with this character; put it in quotes, and indent with spaces, not tabs"
  case "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    "tabs are not allowed in indentation; use spaces"
  case "found unknown escape character", "did not find expected hexdecimal number",
    "found invalid Unicode character escape code":
    "unknown escape; write `\\\\` for a backslash, or use single quotes"
  case "did not find expected comment or line break":
    "only a comment may follow here; start the text on the next line"
  default: otherWords(for: problem, context: context)
  }
}

/// Rarer messages: directives, anchors and tags, which our documents do not use.
private func otherWords(for problem: String, context: String) -> String {
  if context.contains("anchor") || context.contains("alias") {
    return "text that starts with `&` or `*` must be in quotes"
  }
  if context.contains("tag") || problem == "found undefined tag handle" {
    return "text that starts with `!` must be in quotes"
  }
  if problem.contains("directive") || context.contains("directive")
    || problem == "found incompatible YAML document"
  {
    return "lines that start with `%` are not supported; remove this one"
  }
  return
    "this is not valid YAML (\(problem)); put unusual text in quotes, and check the indentation"
}
