package io.marquee.notification.web;

/** Where the link in a digest leads. @param comes whether there will be another */
public record DigestEndView(String path, String address, boolean comes) {}
