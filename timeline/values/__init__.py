"""Values: calendar arithmetic on integers, extents, anchors, relations and errors."""
