"""The index that finds inside compounds, hosted and from a folder: ``index`` first."""
