-- The uploaded sheets hold identity numbers in the clear, so they go after a while; the result of the import stays.
alter table register_import add column file_kept boolean not null default true;
create index register_import_file on register_import (created_at) where file_kept;
