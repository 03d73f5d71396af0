"""What rules walk on: words, trees, clauses, phrases and quotations of a page."""
