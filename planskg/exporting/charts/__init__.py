"""Charts of what plans promise: the figures once, drawn as SVG and as an offline page."""
