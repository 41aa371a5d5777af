-- What stands for an address that was erased and must not be written to.
create function notification.digest_of(email text) returns text language sql immutable strict parallel safe as $$
  select 'sha256:' || encode(sha256(convert_to(email, 'UTF8')), 'hex')
$$;
