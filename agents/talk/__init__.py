"""The talk: what a follow-up leaves out is put in place, so that every question stands alone."""
