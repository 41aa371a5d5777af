package io.marquee.ordering;

/** Who comes with the ticket at that position, where it is somebody other than the buyer. */
record Coming(int position, String name, String email) {}
