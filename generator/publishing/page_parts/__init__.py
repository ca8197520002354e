"""What several kinds of page are put together from: ``lines`` (the values), ``library`` (makes most of them) first."""
