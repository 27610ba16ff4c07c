"""Pages of the web: bytes → tree → lines → the article's text, its metadata and the events stated in fields."""
