"""Settings of the documentation: `sphinx-build -W docs docs/_build`."""

from importlib.metadata import version as installed

project = "timeline"
project_copyright = "2026, The timeline authors"
version = release = installed("timeline-reconstruct")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"timeline {release}"

myst_heading_anchors = 3
autodoc_default_options = {"members": True, "member-order": "bysource"}
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
