@NullMarked
package io.marquee.platform.database;

import org.jspecify.annotations.NullMarked;
