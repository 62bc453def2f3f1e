package vn.langso.iot.adapters;

/** A message in the device's own words. */
public record Order(String topic, String payload) {}
