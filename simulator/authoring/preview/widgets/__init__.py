"""What the preview draws beside the press room's own widgets."""
