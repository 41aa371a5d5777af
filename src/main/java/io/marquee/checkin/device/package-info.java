/**
 * Scanners that are enrolled for one event by the organizer's QR and then have a bearer token of their own; nobody needs an
 * account. Tables: checkin.devices.
 */
@NullMarked
package io.marquee.checkin.device;

import org.jspecify.annotations.NullMarked;
