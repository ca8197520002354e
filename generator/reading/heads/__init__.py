"""What the first and last lines of a text say of it: title, authors, dates, outlet; ``head`` first."""
