"""Numbers that a network reads: tables, windows cut from them, and series made here."""
