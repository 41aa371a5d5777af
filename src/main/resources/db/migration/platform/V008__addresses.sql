-- The pattern of a whole address within a text: geneva@x.org and eva@x.org.uk do not name eva@x.org. What looks like a letter
-- before it may be a line's end, as JSON writes it.
create function platform.address_pattern(address text) returns text language sql immutable strict parallel safe as $$
  select '(?:(?<![[:alnum:]._%+-])|(?<=\\[nrt]))' || regexp_replace(address, '([^[:alnum:]@_-])', '\\\1', 'g') || '(?![[:alnum:]_%+-]|[.][[:alnum:]])'
$$;
create function platform.names_address(hay text, address text) returns boolean language sql immutable parallel safe as $$
  select position(address in coalesce(hay, '')) > 0 and hay ~ platform.address_pattern(address)
$$;
