"""One offline page that shows what a run found, to people who would rather look than read."""
