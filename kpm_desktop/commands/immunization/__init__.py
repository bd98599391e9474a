"""The doses of a child: the immunization page of its KIA book."""
