// The version that evidence names.
public let toolVersion = "0.1.0"
