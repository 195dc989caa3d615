-- Binding indicators may be judged by a rule of their own; and a plan can be frozen at an evaluation.
-- H2 commits each of these statements by itself: "if not exists" lets a run that was cut short be taken up.

alter table plan add column if not exists binding_rule_name varchar(200);
alter table plan add column if not exists binding_rule_basis varchar(20);
alter table plan add column if not exists binding_rule_met_is_ahead boolean;
alter table plan add column if not exists binding_rule_preliminary boolean;

create table if not exists binding_rule_band (
  plan varchar(36) not null,
  position int not null,
  verdict varchar(20) not null,
  label varchar(200) not null,
  anchor varchar(20),
  bound decimal(37, 12),
  bound_decimals int,
  inclusive boolean,
  primary key (plan, position)
);

-- id: the copy is kept as the rows of a plan of this id; plan: of which plan it is a copy
create table if not exists snapshot (
  plan varchar(36) not null,
  id varchar(36) not null,
  name varchar(500) not null,
  evaluated date not null,
  frozen timestamp(9) not null,
  note varchar not null,
  primary key (plan, id)
);
