"""What is true: records, rules, merging, growth and scorecards, in pure Python."""
