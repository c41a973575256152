"""The network in the forms that programs for networks and graph databases read: one module a form."""
