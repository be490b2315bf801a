"""The pages of codes that no meaning check stands behind: one text for each code, under the code's own name."""
