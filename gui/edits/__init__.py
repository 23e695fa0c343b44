"""What-if: the reading is changed by hand, and what becomes of it stands beside the untouched one."""
