import { ListSubheader } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Menu as RaMenu, useSidebarState } from 'ra-ui-materialui';
import { useMatch } from 'react-router-dom';

import { usePerson } from '../auth/useCan';
import { GROUPS, modules, type Group } from '../modules';
import type { Page } from '../module';

/** The pages that the person may open, by group; a group of which nothing is left is not there. */
export const Menu = () => {
  const rights = usePerson()?.rights ?? [];
  return (
    <RaMenu>
      {GROUPS.map((group) => {
        const members = modules.filter((module) => module.group === group);
        const pages = members.flatMap(({ menu }) => menu).filter(({ right }) => rights.includes(right));
        return pages.length > 0 && <Section key={group} group={group} pages={pages} />;
      })}
    </RaMenu>
  );
};

const Section = ({ group, pages }: { group: Group; pages: Page[] }) => {
  const translate = useTranslate();
  const [open] = useSidebarState();
  return (
    <>
      {open && (
        <ListSubheader disableSticky role="presentation" sx={{ lineHeight: 2.5, bgcolor: 'transparent' }}>
          {translate(`app.group.${group}`)}
        </ListSubheader>
      )}
      {pages.map((page) => (
        <Entry key={page.to} {...page} />
      ))}
    </>
  );
};

/** The entry of the page that is shown says so to screen readers too, which do not see its colour. */
const Entry = ({ to, label, icon }: Page) => {
  const translate = useTranslate();
  const shown = useMatch({ path: to, end: false });
  return <RaMenu.Item to={to} primaryText={translate(label)} leftIcon={icon} aria-current={shown ? 'page' : undefined} />;
};
