-- who is a member, and as what, has a history of its own; a personal organization is called as its person is
call audit.watch('organization.organizations', 'organization', 'id', 'id', '', '', 'id,created_at,created_by',
  'name,slug,description,website');
call audit.watch('organization.invitations', 'member_invitation', 'id', 'organization_id', '', '',
  'id,organization_id,created_at,invited_by', 'email', 'token_hash');
