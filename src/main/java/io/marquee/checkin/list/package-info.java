/**
 * Check-in lists: who may come in where, when and how often; rooms with a capacity; what is handed out. Tables: checkin.lists.
 */
@NullMarked
package io.marquee.checkin.list;

import org.jspecify.annotations.NullMarked;
