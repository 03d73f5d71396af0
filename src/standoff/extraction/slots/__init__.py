"""The model's slot spans, put right by what grammar tells before they become claims."""
