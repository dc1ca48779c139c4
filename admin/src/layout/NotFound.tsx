import SearchOffIcon from '@mui/icons-material/SearchOff';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';

import { Notice } from './Notice';

export const NotFound = () => {
  const translate = useTranslate();
  return (
    <Notice icon={<SearchOffIcon />} title="app.not_found.title" hint="app.not_found.hint">
      <Button component={Link} to="/" variant="contained">
        {translate('app.not_found.home')}
      </Button>
    </Notice>
  );
};
