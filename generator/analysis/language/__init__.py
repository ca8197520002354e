"""Words of any language: lemmas, compounds, likeness of sentences, meaning across languages."""
