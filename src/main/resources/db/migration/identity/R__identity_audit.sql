call audit.watch('identity.persons', 'account', 'id', '', '', 'id', 'created_at', 'email', 'password_hash');
call audit.watch('identity.profiles', 'profile', 'person_id', '', '', 'person_id', 'person_id', 'name,company,phone');
call audit.watch('identity.platform_roles', 'platform_role', 'person_id', '', '', 'person_id', 'person_id,granted_at,granted_by');
call audit.watch('identity.api_tokens', 'api_token', 'person_id', '', '', 'person_id', 'id,person_id,created_at,last_used_at,last_used_from', 'name', 'token_hash',
  'insert or delete or update of revoked_at');
