"""Words of any language: lemmas, compounds, words of time, likeness of sentences, meaning across languages."""
