-- Exclusion constraints compare ids with = and time ranges with && in one GiST index.
create extension if not exists btree_gist;
