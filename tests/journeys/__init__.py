"""From a typed answer to the supervisor's scorecard, through the real windows."""
