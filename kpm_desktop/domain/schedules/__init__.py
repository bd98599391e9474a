"""When what is due: the doses of the immunization schedule."""
