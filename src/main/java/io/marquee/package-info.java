/** Marquee: publish an event, sell its tickets, let people in. Each package below is one module. */
@org.jspecify.annotations.NullMarked
package io.marquee;
