"""The functions of etl's front door by purpose, each with parts that are imported when it is called."""
