"""What others speak: tables read into parsed rows, records written as tables."""
