"""What a pregnancy's page reckons: checks, weight, tablets, the Poedji Rochjati score and 4T. Rules are data."""
