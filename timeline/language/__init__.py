"""Language: packs of data, and the parser that turns a phrase into an expression tree."""
