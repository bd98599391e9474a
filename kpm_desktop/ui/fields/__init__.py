"""What people type into. Each field has `value()`, `set_value()`, `problem()`, and `edited` when its value changed."""
