"""The Dutch of the book: sentences out of Markdown, how readable they are, what we do not write, spelling."""
