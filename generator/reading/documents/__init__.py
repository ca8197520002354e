"""Plain text, Markdown, PDF and Word, each as a rendition."""
