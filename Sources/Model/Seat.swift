// Holds the folder until its first file stands.
