"""Pictures without a browser: shapes on a page, measured before they are drawn, written as SVG and PNG."""
